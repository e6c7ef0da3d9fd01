namespace ReadmeCode;

/// <summary>Stands for the application's own contact.</summary>
public sealed record Contact
{
    public string? Phone { get; set; }

    public string? MobilePhone { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? Company { get; set; }

    public string? Country { get; set; }

    public string? State { get; set; }

    public string? OwnerId { get; set; }

    public string? Disposition { get; set; }

    public bool DoNotCall { get; set; }

    public bool Newsletter { get; set; }

    public string? Notes { get; set; }

    public int Calls { get; set; }

    public string? LastOutcome { get; set; }
}
