namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Tells by which kind of token a request comes.</summary>
internal enum Caller
{
    ApiToken,
    OAuth,
}
