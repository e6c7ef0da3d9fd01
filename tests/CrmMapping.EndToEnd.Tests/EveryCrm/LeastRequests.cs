namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>Counts what a CRM's API asks for at least, whoever the client is. All requests count, on both sides.</summary>
/// <param name="Once">What every run asks for once: the description of the fields, where the changes stand, and a token where one is bought.</param>
/// <param name="Page">How many contacts a page of all of them holds.</param>
/// <param name="Batch">How many contacts one write takes.</param>
internal sealed record LeastRequests(int Once, int Page, int Batch)
{
    /// <summary>Gets whether a full page does not tell that it is the last one, so that an empty one is asked for behind it.</summary>
    public bool LooksForTheEnd { get; init; }

    /// <summary>Gets what is asked before contacts are created.</summary>
    public int BeforeCreates { get; init; }

    public static LeastRequests Of(string crm) => crm switch
    {
        "HubSpot" => new(Once: 2, Page: 100, Batch: 100),
        "Salesforce" => new(Once: 3, Page: 2000, Batch: 200),
        // Search may not know of a contact yet: whether the location takes it a second time is to be known.
        "HighLevel" => new(Once: 2, Page: 500, Batch: 1) { LooksForTheEnd = true, BeforeCreates = 1 },
        "Pipedrive" => new(Once: 2, Page: 500, Batch: 1),
        _ => throw new ArgumentOutOfRangeException(nameof(crm), crm, "Nobody counted what it asks for."),
    };

    public int Pull(int contacts) => Once + Pages(contacts);

    /// <summary>Counts a push: whom the account has is read by pages, as asking for each address and number takes more.</summary>
    public int Push(int created, int there) => Once + Pages(there) + BeforeCreates + Ceiling(created, Batch);

    private int Pages(int contacts) => LooksForTheEnd ? (contacts / Page) + 1 : Math.Max(1, Ceiling(contacts, Page));

    private static int Ceiling(int count, int most) => (count + most - 1) / most;
}
