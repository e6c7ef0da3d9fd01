using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace CrmMapping;

/// <summary>Gives the address as the CRM called it, escapes and all, since signatures cover it.</summary>
internal static class WebhookAddress
{
    public static string Of(HttpRequest request, Uri? publicUrl)
    {
        var origin = publicUrl is null
            ? $"{request.Scheme}://{request.Host}"
            : publicUrl.AbsoluteUri.TrimEnd('/');
        return origin + Target(request);
    }

    // What parsed the request may have decoded its path; the raw target has not. A proxy's form of it is a whole address.
    private static string Target(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw ? raw : request.GetEncodedPathAndQuery();
}
