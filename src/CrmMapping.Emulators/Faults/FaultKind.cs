namespace CrmMapping.Emulators;

/// <summary>Names the ways in which an emulator misbehaves on request.</summary>
public enum FaultKind
{
    /// <summary>Answers 500 and does nothing.</summary>
    ServerError,

    /// <summary>Answers 502 with a page of HTML, as a proxy would, and does nothing.</summary>
    BadGateway,

    /// <summary>Answers 429 in the CRM's words and does nothing, for a storm of requests in a row.</summary>
    RateLimited,

    /// <summary>Does nothing and says nothing until the client gives up or <see cref="FaultPlan.HangFor"/> is over.</summary>
    Hang,

    /// <summary>Does what was asked, but cuts the connection in the middle of the answer.</summary>
    CutBody,

    /// <summary>Does what was asked and answers after <see cref="FaultPlan.SlowFor"/>.</summary>
    Slow,

    /// <summary>Does what was asked and cuts the connection before the first byte of the answer: a yes that is lost.</summary>
    LostAnswer,

    /// <summary>Cuts the connection while the request is still being read, and does nothing.</summary>
    CutRequest,

    /// <summary>Answers word for word as <see cref="FaultAnswer"/> says. Ordered, never drawn.</summary>
    Worded,
}
