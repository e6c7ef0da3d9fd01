namespace CrmMapping;

/// <summary>Collects what people should know of the calls of a batch.</summary>
internal sealed class CallIssues(ConnectionScope scope)
{
    private readonly List<SyncIssue> _open = [];
    private readonly List<SyncIssue> _closed = [];
    private EquatableArray<string>? _refusals;

    /// <summary>Says what of the outcome rules names nothing that there is.</summary>
    public void Found(EquatableArray<string> refusals) => _refusals = refusals;

    /// <summary>Says that a call has a place, and whether others have its number too.</summary>
    public void Placed(CallPlace place)
    {
        if (place.Others.Count > 0)
        {
            _open.Add(Of(place, IssueCode.CallOnSeveralContacts, EngineMessages.CallOnSeveral(place.Others.Count)) with { Others = place.Others });
        }
    }

    public void Refused(CallWork work, string? reason) =>
        _open.Add(Of(PlaceOf(work), IssueCode.CallRefused, EngineMessages.CallRefused(work.Pending.Key, reason)));

    /// <summary>Says that the CRM took a call: that it refused one before is past.</summary>
    public void Taken(CallWork work) => _closed.Add(Of(PlaceOf(work), IssueCode.CallRefused, ""));

    /// <summary>Adds the issues to what a batch saves. One of the connection is open for as long as its cause is there.</summary>
    /// <param name="commit">What is saved.</param>
    /// <param name="waiting">Whether calls wait for a contact; null when it is not known that none does.</param>
    public SyncCommit AddTo(SyncCommit commit, bool? waiting)
    {
        var issues = _open.DistinctBy(static issue => (issue.LocalId, issue.CrmId, issue.Code)).ToList();
        var closed = _closed.Where(past => !issues.Exists(issue => (issue.LocalId, issue.CrmId, issue.Code) == (past.LocalId, past.CrmId, past.Code)))
            .Distinct().ToList();
        if (_refusals is { } refusals)
        {
            Put(refusals.Count > 0, OfConnection(IssueCode.OutcomeNotFound, EngineMessages.OutcomesNotFound(refusals)));
        }

        if (waiting is { } wait)
        {
            Put(wait, OfConnection(IssueCode.CallsWaiting, EngineMessages.CallsWaiting(scope.Connection.Settings.Calls.WaitForContact)));
        }

        return commit with { Issues = [.. commit.Issues, .. issues], ClosedIssues = [.. commit.ClosedIssues, .. closed] };

        void Put(bool isOpen, SyncIssue issue) => (isOpen ? issues : closed).Add(issue);
    }

    private static CallPlace PlaceOf(CallWork work) => work.Place ?? new CallPlace(work.Logged!.RecordType, work.Logged.RecordId, null, []);

    private SyncIssue Of(CallPlace place, IssueCode code, string message) => new()
    {
        Code = code, LocalId = place.LocalId, CrmId = place.CrmId, RecordType = place.RecordType, Message = message, At = scope.Now,
    };

    private SyncIssue OfConnection(IssueCode code, string message) => new() { Code = code, Message = message, At = scope.Now };
}
