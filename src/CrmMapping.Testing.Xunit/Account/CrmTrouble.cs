namespace CrmMapping;

/// <summary>Names what can befall a request.</summary>
public enum CrmTrouble
{
    /// <summary>The request is carried out, and the connection breaks before anything of the answer arrives.</summary>
    LostAnswer,

    /// <summary>The request is carried out, and the answer breaks off in the middle.</summary>
    CutBody,

    /// <summary>The request is carried out, and a proxy answers with a web page and status 200.</summary>
    WebPage,

    /// <summary>The request is carried out, and the answer is a success without a body.</summary>
    EmptyBody,

    /// <summary>The request is carried out, and the answer is a success whose body is no JSON.</summary>
    MalformedJson,

    /// <summary>The CRM answers with a server error, and the request is not carried out.</summary>
    ServerError,

    /// <summary>The CRM refuses the request as one too many (429), and it is not carried out.</summary>
    RateLimited,
}
