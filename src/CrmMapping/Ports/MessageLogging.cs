namespace CrmMapping;

/// <summary>Asks for a text message to be added to a record; <see cref="ActivityCreate.Body"/> is what was written.</summary>
public sealed record MessageLogging : ActivityCreate;
