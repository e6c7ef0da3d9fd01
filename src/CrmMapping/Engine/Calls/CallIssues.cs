namespace CrmMapping;

/// <summary>Collects what people should know of the calls of a batch.</summary>
internal sealed class CallIssues(ConnectionScope scope)
{
    private readonly List<SyncIssue> _open = [];
    private EquatableArray<string>? _refusals;

    /// <summary>Says what of the outcome rules names nothing that there is.</summary>
    public void Refused(EquatableArray<string> refusals) => _refusals = refusals;

    /// <summary>Says that a call has a place, and whether others have its number too.</summary>
    public void Placed(CallPlace place)
    {
        if (place.Others.Count > 0)
        {
            _open.Add(Of(place, IssueCode.CallOnSeveralContacts, EngineMessages.CallOnSeveral(place.Others.Count)) with { Others = place.Others });
        }
    }

    public void NotLogged(CallWork work, string? reason)
    {
        var place = work.Place ?? new CallPlace(work.Logged!.RecordType, work.Logged.RecordId, null, []);
        _open.Add(Of(place, IssueCode.CallRefused, EngineMessages.CallRefused(work.Pending.Key, reason)));
    }

    /// <summary>Adds the issues to what a batch saves. One of the connection is open for as long as its cause is there.</summary>
    /// <param name="commit">What is saved.</param>
    /// <param name="waiting">Whether calls wait for a contact; null when it is not known that none does.</param>
    public SyncCommit AddTo(SyncCommit commit, bool? waiting)
    {
        var issues = _open.DistinctBy(static issue => (issue.LocalId, issue.CrmId, issue.Code)).ToList();
        var closed = new List<SyncIssue>();
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

    private SyncIssue Of(CallPlace place, IssueCode code, string message) => new()
    {
        Code = code, LocalId = place.LocalId, CrmId = place.CrmId, RecordType = place.RecordType, Message = message, At = scope.Now,
    };

    private SyncIssue OfConnection(IssueCode code, string message) => new() { Code = code, Message = message, At = scope.Now };
}
