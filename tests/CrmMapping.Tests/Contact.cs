using NodaTime;

namespace CrmMapping.Tests;

/// <summary>The host's contact in these tests: a property of every kind that a map may have to do with.</summary>
public sealed class Contact
{
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string LastName { get; set; } = "";

    public string? Company { get; set; }

    public string? MobilePhone { get; set; }

    public string? OwnerId { get; set; }

    public string? Disposition { get; set; }

    public string? Stage { get; set; }

    public string? Notes { get; set; }

    public bool DoNotCall { get; set; }

    public bool? Subscribed { get; set; }

    public int CallCount { get; set; }

    public decimal? Revenue { get; set; }

    public double? Score { get; set; }

    public LocalDate? Birthday { get; set; }

    public DateOnly? Anniversary { get; set; }

    public Instant? LastCallAt { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public OffsetTime? BestTime { get; set; }

    public TimeOnly? Reminder { get; set; }

    public Tier? Tier { get; set; }

    public Guid? ExternalId { get; set; }

    public IReadOnlyList<string> Tags { get; set; } = [];

    public string FullName => $"{FirstName} {LastName}";
}

public enum Tier
{
    Bronze,
    Silver,
    VeryGold,
}
