namespace CrmMapping;

/// <summary>Says how much one request of a CRM can do.</summary>
/// <param name="Page">How many records a page of all records holds at most.</param>
/// <param name="Batch">How many records one request creates or changes at most.</param>
/// <param name="Burst">A number of requests that, all at once, goes beyond the account's rate limit.</param>
public sealed record CrmTestSizes(int Page, int Batch, int Burst);
