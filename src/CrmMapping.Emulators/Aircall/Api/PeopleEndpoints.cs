namespace CrmMapping.Emulators.Aircall;

/// <summary>Answers for users and for the numbers by which they call.</summary>
internal static class PeopleEndpoints
{
    public static void ListUsers(AircallRequest request) =>
        request.SucceedWithPage("users", request.Company.Users.All, CallWriter.WriteUser);

    public static void GetUser(AircallRequest request)
    {
        var user = request.Company.Users.Find(request.PathId(2, "User")) ?? throw AircallProblem.NotFound("User", request.Path[2]);
        request.Succeed("user", json => CallWriter.WriteUser(json, user));
    }

    public static void ListLines(AircallRequest request) =>
        request.SucceedWithPage("numbers", request.Company.Lines, static (json, line) => CallWriter.WriteLine(json, line, isTold: false));

    public static void GetLine(AircallRequest request)
    {
        var id = request.PathId(2, "Number");
        var line = request.Company.Lines.FirstOrDefault(line => line.Id == id) ?? throw AircallProblem.NotFound("Number", request.Path[2]);
        request.Succeed("number", json => CallWriter.WriteLine(json, line, isTold: false));
    }
}
