namespace CrmMapping;

/// <summary>Names how a call ended, as telephony tells it. Each has a default outcome, or none.</summary>
public enum CallSituation
{
    /// <summary>Somebody was called, and somebody or an answering machine answered.</summary>
    OutboundAnswered,

    /// <summary>Somebody was called, and nobody answered.</summary>
    OutboundUnanswered,

    /// <summary>Somebody was called who was in another call.</summary>
    OutboundBusy,

    /// <summary>A number was called that is none.</summary>
    OutboundWrongNumber,

    /// <summary>Somebody called and was answered.</summary>
    InboundAnswered,

    /// <summary>Somebody called and was not answered.</summary>
    InboundMissed,

    /// <summary>Somebody called, was not answered, and left a message.</summary>
    InboundVoicemail,
}
