namespace CrmMapping;

/// <summary>Holds the keys of a record that another one may belong to.</summary>
/// <param name="Id">The record's id on its side.</param>
/// <param name="Phone">Its phone number in E.164; null when it has none.</param>
/// <param name="Email">Its e-mail address in lower case; null when it has none.</param>
/// <param name="IsLinked">Whether it is linked on this connection already.</param>
internal sealed record MatchCandidate(string Id, string? Phone, string? Email, bool IsLinked = false);
