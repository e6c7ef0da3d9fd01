namespace CrmMapping.Emulators.Aircall;

/// <summary>Changes a code into an access token that does not end.</summary>
internal static class OAuthEndpoint
{
    public static void Token(AircallRequest request)
    {
        var body = request.Body;
        var options = request.Company.Options;
        if (body.Text("client_id") != options.ClientId || body.Text("client_secret") != options.ClientSecret)
            throw new AircallProblem(401, "invalid_client", "Client authentication failed");
        if (body.Text("grant_type") is not "authorization_code" || body.Text("redirect_uri") is null || !request.Company.Tokens.UseCode(body.Text("code")))
            throw new AircallProblem(400, "invalid_grant", "The authorization code is invalid, or was used");
        request.Json.WriteStartObject();
        request.Json.WriteString("access_token", request.Company.Tokens.IssueAccessToken());
        request.Json.WriteString("token_type", "Bearer");
        request.Json.WriteEndObject();
    }
}
