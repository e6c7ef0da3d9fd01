namespace CrmMapping;

/// <summary>Holds a telephony account that was declared in code.</summary>
internal sealed record DeclaredTelephony(TelephonyAccount Account, TelephonyCredentials Credentials);
