using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators;

/// <summary>Serves <c>/_emulator</c>: what a test holds in its hand, for a test in another process.</summary>
internal sealed class AdminApi(IEmulatedService service)
{
    public const string Prefix = "/_emulator";

    private readonly AdminContacts? _contacts = service is IEmulatedAccount account ? new AdminContacts(account) : null;
    private readonly AdminSettings _settings = new(service);

    public static bool Serves(HttpContext context) => context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        var call = new AdminCall(context);
        try
        {
            await (Route(call) ?? RefuseAsync(call, 404, $"{call.Method} {context.Request.Path} is not served. GET {Prefix} lists what is."))
                .ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or JsonException)
        {
            await RefuseAsync(call, 400, wrong.Message).ConfigureAwait(false);
        }
    }

    private Task? Route(AdminCall call) => service.Route(call) ?? _contacts?.Route(call) ?? _settings.Route(call);

    private static Task RefuseAsync(AdminCall call, int status, string message) =>
        call.AnswerAsync(json => json.WriteString("message", message), status);
}
