namespace CrmMapping;

/// <summary>Describes one customer's account of a telephony, whose calls are logged in CRMs.</summary>
/// <param name="Name">The name, unique among the host's telephony accounts; it appears in logs and errors.</param>
/// <param name="Kind">The kind of telephony, the <see cref="ITelephonyAdapter.Kind"/> of its adapter.</param>
/// <param name="Tenant">Which of the host's contact bases it serves: its calls are logged by the connections of this tenant.</param>
public sealed record TelephonyAccount(string Name, string Kind, string Tenant = Connection.DefaultTenant);
