namespace CrmMapping.Tests.DependencyInjection;

/// <summary>A telephony that nobody sells.</summary>
internal sealed class InventedPhones : ITelephonyAdapter
{
    public const string KindName = "Phones";

    public string Kind => KindName;

    public ITelephonySession Open(TelephonyAccount account, TelephonyCredentials credentials) =>
        throw new NotSupportedException("These tests open no account.");
}
