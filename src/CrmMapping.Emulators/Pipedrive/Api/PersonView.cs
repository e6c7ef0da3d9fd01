namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Says what of a person a request wants to see.</summary>
/// <param name="Custom">The codes of the custom fields to show; null shows all.</param>
/// <param name="Optional">The fields to show that are not shown otherwise.</param>
/// <param name="ShowsOptionLabels">Whether chosen options come with their labels.</param>
/// <param name="ShowsLabels">Whether the labels of the person come with their texts.</param>
internal sealed record PersonView(IReadOnlyList<string>? Custom, IReadOnlyList<string> Optional, bool ShowsOptionLabels, bool ShowsLabels)
{
    private const int MostCustom = 15;

    private static readonly string[] Includable =
    [
        "next_activity_id", "last_activity_id", "open_deals_count", "related_open_deals_count", "closed_deals_count", "related_closed_deals_count",
        "participant_open_deals_count", "participant_closed_deals_count", "email_messages_count", "activities_count", "done_activities_count",
        "undone_activities_count", "files_count", "notes_count", "followers_count", "won_deals_count", "related_won_deals_count", "lost_deals_count",
        "related_lost_deals_count", "last_incoming_mail_time", "last_outgoing_mail_time", "smart_bcc_email",
    ];

    /// <summary>Gets the view of requests that do not say.</summary>
    public static PersonView Usual { get; } = new(null, [], ShowsOptionLabels: false, ShowsLabels: false);

    /// <summary>Reads the view that a request asks for.</summary>
    /// <exception cref="PipedriveProblem">It asks for something that cannot be shown.</exception>
    public static PersonView Of(PipedriveCall call)
    {
        var custom = call.QueryList("custom_fields");
        if (custom is { Count: > MostCustom })
            throw PipedriveProblem.Invalid($"Validation failed: custom_fields: at most {MostCustom} keys");
        var optional = call.QueryList("include_fields") ?? [];
        if (optional.Any(static name => name is "marketing_status" or "doi_status"))
            throw PipedriveProblem.Forbidden("marketing_status and doi_status are available only for companies with the marketing app");
        if (optional.FirstOrDefault(static name => !Includable.Contains(name)) is { } unknown)
            throw PipedriveProblem.Invalid($"Validation failed: include_fields: '{unknown}' is not one of {string.Join(", ", Includable)}");
        return new PersonView(custom, optional, call.QueryFlag("include_option_labels"), call.QueryFlag("include_labels"));
    }
}
