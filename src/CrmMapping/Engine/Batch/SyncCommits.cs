namespace CrmMapping;

/// <summary>Puts what was decided for several kinds of record into one commit.</summary>
internal static class SyncCommits
{
    public static SyncCommit And(this SyncCommit commit, SyncCommit other) => commit with
    {
        Links = [.. commit.Links, .. other.Links],
        Layouts = [.. commit.Layouts, .. other.Layouts],
        SettledIntents = [.. commit.SettledIntents, .. other.SettledIntents],
        Consumed = [.. commit.Consumed, .. other.Consumed],
        Notices = [.. commit.Notices, .. other.Notices],
        Journal = [.. commit.Journal, .. other.Journal],
        Replanned = [.. commit.Replanned, .. other.Replanned],
        Issues = [.. commit.Issues, .. other.Issues],
    };
}
