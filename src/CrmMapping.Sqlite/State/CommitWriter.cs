namespace CrmMapping.Sqlite;

/// <summary>Writes what a batch decided, within the transaction that it is called in.</summary>
internal static class CommitWriter
{
    public static void Write(SqliteSession session, SyncCommit commit)
    {
        var connection = commit.Lease.Connection;
        if (!LeaseTable.IsHeld(session, commit.Lease))
        {
            throw new LeaseLostException(connection);
        }

        WriteLinks(session, connection, commit);
        WriteNotices(session, connection, commit);
        WriteActivities(session, connection, commit);
        IssueTable.Replace(session, commit);
        foreach (var entry in commit.Journal)
        {
            JournalTable.Add(session, connection, entry);
        }

        foreach (var (name, value) in commit.Positions)
        {
            PositionTable.Set(session, connection, name, value);
        }

        if (commit.OwnerPairs is { } pairs)
        {
            OwnerPairTable.Replace(session, connection, pairs);
        }

        foreach (var code in commit.Replan)
        {
            NoticeTable.Add(session, IssueTable.ReadSubjects(session, connection, code), commit.At);
        }

        if (commit.Run is { } run)
        {
            RunTable.Save(session, run);
            foreach (var line in commit.Lines)
            {
                LineTable.Add(session, run.Id, line);
            }
        }
    }

    private static void WriteLinks(SqliteSession session, string connection, SyncCommit commit)
    {
        foreach (var (id, layout) in commit.Layouts)
        {
            LayoutTable.Add(session, id, layout);
        }

        foreach (var link in commit.Links)
        {
            LinkTable.Save(session, connection, link);
        }

        foreach (var contact in commit.SettledIntents)
        {
            IntentTable.Settle(session, connection, contact);
        }

        foreach (var intent in commit.NewIntents)
        {
            IntentTable.Add(session, connection, intent);
        }
    }

    private static void WriteActivities(SqliteSession session, string connection, SyncCommit commit)
    {
        foreach (var logged in commit.Activities)
        {
            LoggedTable.Save(session, connection, logged);
        }

        foreach (var engagement in commit.Engagements)
        {
            ContactActivityTable.Count(session, connection, engagement);
        }

        foreach (var worked in commit.WorkedActivities)
        {
            ActivityTable.Work(session, connection, worked);
        }
    }

    // What was dealt with goes first: a second try of the same contact, added by the same batch, is to stay.
    private static void WriteNotices(SqliteSession session, string connection, SyncCommit commit)
    {
        foreach (var notice in commit.Consumed)
        {
            NoticeTable.Remove(session, connection, notice);
        }

        NoticeTable.Add(session, commit.Notices, commit.At);
    }
}
