namespace CrmMapping.AspNetCore.Tests;

/// <summary>An adapter with a fault: what it cannot read it throws, quoting it.</summary>
internal sealed class ClumsyCrm(string kind) : ICrmAdapter, IReceivesNotices
{
    public string Kind => kind;

    public CrmTraits Traits { get; } = new();

    public ICrmSession Open(Connection connection) => throw new NotSupportedException("These tests open no account.");

    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections) =>
        throw new FormatException($"Cannot read {System.Text.Encoding.UTF8.GetString(request.Body.Span)}");
}
