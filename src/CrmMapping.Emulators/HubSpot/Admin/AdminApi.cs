using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators;

/// <summary>Serves <c>/_emulator</c>: what a test holds in its hand, for a test in another process.</summary>
internal sealed class AdminApi(HubSpotEmulator emulator, HubSpotPortal portal)
{
    public const string Prefix = "/_emulator";

    private readonly AdminContacts _contacts = new(emulator, portal);
    private readonly AdminSettings _settings = new(emulator, portal);

    public async Task HandleAsync(HttpContext context)
    {
        var call = new AdminCall(context);
        try
        {
            await (Route(call) ?? RefuseAsync(call, 404, $"{call.Method} {context.Request.Path} is not served. GET {Prefix} lists what is."))
                .ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or JsonException or HubSpotProblem)
        {
            await RefuseAsync(call, 400, wrong.Message).ConfigureAwait(false);
        }
    }

    private Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", []) => _settings.DescribeAsync(call),
        (_, ["contacts", ..]) => _contacts.Route(call),
        ("POST", ["generate"]) => _contacts.GenerateAsync(call),
        _ => _settings.Route(call),
    };

    private static Task RefuseAsync(AdminCall call, int status, string message) =>
        call.AnswerAsync(json => json.WriteString("message", message), status);
}
