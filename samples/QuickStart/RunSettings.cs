using CrmMapping;

namespace QuickStart;

/// <summary>Holds what one run was asked to do.</summary>
internal sealed record RunSettings
{
    private const int DefaultCount = 300;
    private const int MostContacts = 1_000_000;
    private const int MostSeconds = 1_000_000;

    public FileInfo? Contacts { get; init; }

    public int? Count { get; init; }

    public FileInfo? Json { get; init; }

    public FileInfo? Database { get; init; }

    public Uri? CrmUrl { get; init; }

    public string? Token { get; init; }

    public bool Apply { get; init; }

    public bool Watch { get; init; }

    public TimeSpan? WatchFor { get; init; }

    /// <summary>The CRMs to sync with.</summary>
    public IReadOnlyList<SampleCrm> Crms { get; init; } = [];

    /// <summary>The accounts, once they can be asked.</summary>
    public IReadOnlyList<SampleAccount> Accounts { get; init; } = [];

    public string ConnectionString => $"Data Source={Database!.FullName}";

    public int CountOrDefault => Count ?? DefaultCount;

    public void AddTo(CrmMappingBuilder crm)
    {
        foreach (var account in Accounts)
        {
            account.Crm.AddTo(crm, account);
        }
    }

    /// <summary>Refuses what cannot be meant.</summary>
    public static RunSettings Check(RunSettings run)
    {
        var wrong = run switch
        {
            { Contacts: not null, Count: not null } => "--contacts and --count both fill the account. Say one of them.",
            { Count: < 1 or > MostContacts } => $"--count {run.Count} is none that can be made. Take 1 to {MostContacts:N0}.",
            { CrmUrl: not null, Crms: not [HubSpotCrm] } => "--crm-url is for a HubSpot account. Drop it, and the account is emulated.",
            { Crms.Count: > 1, Watch: true } => "--watch shows one CRM. Say --crm once, or drop --watch.",
            { CrmUrl: not null, Token: null or "" } => "--crm-url needs the account's token. Say --token as well.",
            { CrmUrl: null, Token: not null } => "--token is for an account of your own. Say --crm-url https://api.hubapi.com as well.",
            { CrmUrl: null, Apply: true } => "--apply is for an account of your own. Say --crm-url and --token as well.",
            { CrmUrl: not null, Contacts: not null } or { CrmUrl: not null, Count: not null } =>
                "--contacts and --count fill the emulated account, never a real one. Drop them, or --crm-url.",
            { CrmUrl: not null, Watch: true } => "--watch plays with the emulated account. Drop it, or --crm-url.",
            { Watch: false, WatchFor: not null } => "--for ends --watch. Say --watch as well.",
            { WatchFor.TotalSeconds: < 1 or > MostSeconds } => $"--for takes the seconds after which --watch ends, 1 to {MostSeconds:N0}.",
            { CrmUrl: not null, Apply: false, Json: not null } => "--json writes what a run did, and a preview does nothing. Say --apply as well, or drop --json.",
            { CrmUrl: null, Database.Exists: true } =>
                $"'{run.Database!.Name}' is there already, and the account that it knows ended with its emulator. Delete it, or name a new file.",
            _ => null,
        };
        if (wrong is not null)
        {
            throw new InputException(wrong);
        }

        CheckWritable(run.Json);
        CheckWritable(run.Database);
        return run;
    }

    public static Uri ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? url
            : throw new InputException($"--crm-url '{text}' is no web address. Take one such as https://api.hubapi.com.");

    // Found out at once, and not when all is done.
    private static void CheckWritable(FileInfo? file)
    {
        switch (file)
        {
            case null:
                return;
            case { Directory.Exists: false }:
                throw new InputException($"The folder of '{file.Name}', '{file.DirectoryName}', is not there. Make it, or name another.");
            case { Exists: false } when Directory.Exists(file.FullName):
                throw new InputException($"'{file.Name}' is a folder. Name a file.");
        }

        try
        {
            var isNew = !file.Exists;
            file.Open(FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            if (isNew)
            {
                file.Delete();
            }
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new InputException($"'{file.FullName}' cannot be written: {refused.Message} Name another file.");
        }
    }
}
