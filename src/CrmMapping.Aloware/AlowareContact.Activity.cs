using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace CrmMapping.Aloware;

/// <content>Holds what the host knows of calls and messages.</content>
public partial class AlowareContact
{
    /// <summary>Gets or sets whether the contact is not to be called.</summary>
    [Display(Name = "DNC"), Editable(false)]
    public bool DoNotCall { get; set; }

    /// <summary>Gets or sets the kind of line of the phone number; null when it was not looked up, or nobody knows.</summary>
    [Display(Name = "Line Type"), Editable(false)]
    public LineType? LineType { get; set; }

    /// <summary>Gets or sets the text of the last inbound message.</summary>
    [Display(Name = "Last inbound text message"), Editable(false)]
    public string? LastInboundTextMessage { get; set; }

    /// <summary>Gets or sets the text of the last outbound message.</summary>
    [Display(Name = "Last outbound text message"), Editable(false)]
    public string? LastOutboundTextMessage { get; set; }

    /// <summary>Gets or sets how many inbound messages there were.</summary>
    [Display(Name = "Total inbound text messages"), Editable(false)]
    public int? TotalInboundTextMessages { get; set; }

    /// <summary>Gets or sets how many outbound messages there were.</summary>
    [Display(Name = "Total outbound text messages"), Editable(false)]
    public int? TotalOutboundTextMessages { get; set; }

    /// <summary>Gets or sets when the last inbound message was, with its offset in the account's zone.</summary>
    [Display(Name = "Last inbound text message date/ time"), Editable(false)]
    public OffsetDateTime? LastInboundTextMessageAt { get; set; }

    /// <summary>Gets the date of the last inbound message, in the account's zone.</summary>
    [Display(Name = "Last inbound text message date")]
    public LocalDate? LastInboundTextMessageDate => LastInboundTextMessageAt?.Date;

    /// <summary>Gets the time of day of the last inbound message, to the second, with its offset.</summary>
    [Display(Name = "Last inbound message time")]
    public OffsetTime? LastInboundTextMessageTime => TimeOfDay(LastInboundTextMessageAt);

    /// <summary>Gets or sets when the last outbound message was, with its offset in the account's zone.</summary>
    [Display(Name = "Last outbound text message datetime"), Editable(false)]
    public OffsetDateTime? LastOutboundTextMessageAt { get; set; }

    /// <summary>Gets the date of the last outbound message, in the account's zone.</summary>
    [Display(Name = "Last outbound text message date")]
    public LocalDate? LastOutboundTextMessageDate => LastOutboundTextMessageAt?.Date;

    /// <summary>Gets the time of day of the last outbound message, to the second, with its offset.</summary>
    [Display(Name = "Last outbound message time")]
    public OffsetTime? LastOutboundTextMessageTime => TimeOfDay(LastOutboundTextMessageAt);

    /// <summary>Gets or sets how many inbound calls there were.</summary>
    [Display(Name = "Total inbound calls"), Editable(false)]
    public int? TotalInboundCalls { get; set; }

    /// <summary>Gets or sets how many outbound calls there were.</summary>
    [Display(Name = "Total outbound calls"), Editable(false)]
    public int? TotalOutboundCalls { get; set; }

    /// <summary>Gets or sets when the last inbound call was, with its offset in the account's zone.</summary>
    [Display(Name = "Last inbound call date/ time"), Editable(false)]
    public OffsetDateTime? LastInboundCallAt { get; set; }

    /// <summary>Gets the date of the last inbound call, in the account's zone.</summary>
    [Display(Name = "Last inbound call date")]
    public LocalDate? LastInboundCallDate => LastInboundCallAt?.Date;

    /// <summary>Gets the time of day of the last inbound call, to the second, with its offset.</summary>
    [Display(Name = "Last inbound call time")]
    public OffsetTime? LastInboundCallTime => TimeOfDay(LastInboundCallAt);

    /// <summary>Gets or sets when the last outbound call was, with its offset in the account's zone.</summary>
    [Display(Name = "Last outbound call date/ time"), Editable(false)]
    public OffsetDateTime? LastOutboundCallAt { get; set; }

    /// <summary>Gets the date of the last outbound call, in the account's zone.</summary>
    [Display(Name = "Last outbound call date")]
    public LocalDate? LastOutboundCallDate => LastOutboundCallAt?.Date;

    /// <summary>Gets the time of day of the last outbound call, to the second, with its offset.</summary>
    [Display(Name = "Last outbound call time")]
    public OffsetTime? LastOutboundCallTime => TimeOfDay(LastOutboundCallAt);

    /// <summary>Gets or sets the outcome of the last call.</summary>
    [Display(Name = "Last call disposition"), Editable(false)]
    public string? LastCallDisposition { get; set; }

    /// <summary>Gets or sets the outcome of the last inbound call.</summary>
    [Display(Name = "Last inbound call disposition"), Editable(false)]
    public string? LastInboundCallDisposition { get; set; }

    /// <summary>Gets or sets the outcome of the last outbound call.</summary>
    [Display(Name = "Last outbound call disposition"), Editable(false)]
    public string? LastOutboundCallDisposition { get; set; }

    /// <summary>Gets or sets when the last inbound call or message was.</summary>
    [Display(Name = "Last inbound engagement"), Editable(false)]
    public Instant? LastInboundEngagementAt { get; set; }

    /// <summary>Gets or sets when the last outbound call or message was.</summary>
    [Display(Name = "Last outbound engagement"), Editable(false)]
    public Instant? LastOutboundEngagementAt { get; set; }

    /// <summary>Gets or sets when the last call or message was, either way.</summary>
    [Display(Name = "Last inbound and outbound engagement"), Editable(false)]
    public Instant? LastEngagementAt { get; set; }

    /// <summary>Gets or sets when the first inbound call was.</summary>
    [Display(Name = "First inbound call date & time"), Editable(false)]
    public Instant? FirstInboundCallAt { get; set; }

    /// <summary>Gets or sets when the first outbound call was.</summary>
    [Display(Name = "First outbound call date& time"), Editable(false)]
    public Instant? FirstOutboundCallAt { get; set; }

    /// <summary>Gets or sets when the first inbound message was.</summary>
    [Display(Name = "First inbound text message date/ time"), Editable(false)]
    public Instant? FirstInboundTextMessageAt { get; set; }

    /// <summary>Gets or sets when the first outbound message was.</summary>
    [Display(Name = "First outbound text message date/ time"), Editable(false)]
    public Instant? FirstOutboundTextMessageAt { get; set; }

    /// <summary>Gets or sets when the first inbound call or message was.</summary>
    [Display(Name = "First inbound engagement date/ time"), Editable(false)]
    public Instant? FirstInboundEngagementAt { get; set; }

    /// <summary>Gets or sets when the first outbound call or message was.</summary>
    [Display(Name = "First outbound engagement date/ time"), Editable(false)]
    public Instant? FirstOutboundEngagementAt { get; set; }

    private static OffsetTime? TimeOfDay(OffsetDateTime? at) => at?.ToOffsetTime().With(TimeAdjusters.TruncateToSecond);
}
