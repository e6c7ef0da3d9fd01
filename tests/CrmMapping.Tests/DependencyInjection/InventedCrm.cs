using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.Tests.DependencyInjection;

/// <summary>A CRM that nobody sells, added the way every CRM is.</summary>
internal static class InventedCrm
{
    public const string Kind = "Invented";

    public static CrmMappingBuilder AddInvented(this CrmMappingBuilder crm, Action<InventedBuilder>? configure = null)
    {
        crm.Services.AddSingleton<ICrmAdapter, Adapter>();
        return crm.AddCrm(new InventedBuilder(crm), configure);
    }

    private sealed class Adapter : ICrmAdapter
    {
        public string Kind => InventedCrm.Kind;

        public CrmTraits Traits { get; } = new()
        {
            KnownFields = [new FieldDescriptor { Key = "employees", Type = FieldType.Number }],
        };

        public ICrmSession Open(Connection connection) => throw new NotSupportedException("These tests open no account.");
    }
}

internal sealed class InventedBuilder(CrmMappingBuilder crm) : CrmBuilder<InventedBuilder>(crm, InventedCrm.Kind)
{
    public InventedBuilder UseAccessToken(string? token) => UseToken(token, nameof(UseAccessToken));

    public InventedBuilder UseLeadMap<TMap>()
        where TMap : ContactMap, new() =>
        UseMap<TMap>(RecordType.Lead);

    public InventedBuilder SyncLeadsAndContacts(RecordType prioritize) => SyncRecordTypes(prioritize, RecordType.Lead, RecordType.Contact);
}
