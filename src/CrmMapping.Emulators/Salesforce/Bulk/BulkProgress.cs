namespace CrmMapping.Emulators.Salesforce;

/// <summary>Moves a job on each time somebody asks after it.</summary>
internal static class BulkProgress
{
    public static void Start(SalesforceOrg org, BulkJob job) => (job.State, job.PollsLeft) = ("UploadComplete", org.Options.PollsUntilJobIsDone);

    public static void Poll(SalesforceOrg org, BulkJob job)
    {
        if (job.State is not ("UploadComplete" or "InProgress"))
            return;
        if (job.PollsLeft-- > 0)
            job.State = job.PollsLeft + 1 < org.Options.PollsUntilJobIsDone ? "InProgress" : "UploadComplete";
        else
            End(org, job);
    }

    private static void End(SalesforceOrg org, BulkJob job)
    {
        job.EndedAt = org.Now;
        if (job.IsQuery)
            Query(org, job);
        else
            IngestWorker.Run(org, job);
    }

    private static void Query(SalesforceOrg org, BulkJob job)
    {
        try
        {
            job.Found = QueryRows.Of(org, SoqlRunner.Run(org, job.Query!, job.Operation is "queryAll"));
            job.State = "JobComplete";
        }
        catch (SalesforceProblem problem)
        {
            (job.State, job.ErrorMessage) = ("Failed", problem.Message);
        }
    }
}
