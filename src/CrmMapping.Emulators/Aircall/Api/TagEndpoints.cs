using System.Text.Json;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Answers for the company's tags.</summary>
internal static class TagEndpoints
{
    public static void List(AircallRequest request) =>
        request.SucceedWithPage("tags", request.Company.Tags.All, (json, tag) => Write(request, json, tag));

    public static void Get(AircallRequest request)
    {
        var tag = Find(request);
        request.Succeed("tag", json => Write(request, json, tag));
    }

    public static void Create(AircallRequest request)
    {
        var (name, color) = (request.Body.Text("name"), request.Body.Text("color"));
        if (name is null || color is null)
            throw AircallProblem.Invalid("name and color are mandatory");
        var added = Try(() => request.Company.Tags.Add(name, color));
        request.Succeed("tag", json => Write(request, json, added), 201);
    }

    public static void Update(AircallRequest request)
    {
        var tag = Find(request);
        var changed = Try(() => request.Company.Tags.Change(tag, request.Body.Text("name"), request.Body.Text("color")));
        request.Company.Desk.Rename(changed);
        request.Succeed("tag", json => Write(request, json, changed));
    }

    public static void Delete(AircallRequest request)
    {
        request.Company.Desk.DeleteTag(Find(request).Id);
        request.Answer.Status = 204;
    }

    private static AircallTag Find(AircallRequest request) =>
        request.Company.Tags.Find(request.PathId(2, "Tag")) ?? throw AircallProblem.NotFound("Tag", request.Path[2]);

    private static AircallTag Try(Func<AircallTag> change)
    {
        try
        {
            return change();
        }
        catch (ArgumentException wrong)
        {
            throw AircallProblem.Invalid(wrong.Message);
        }
    }

    private static void Write(AircallRequest request, Utf8JsonWriter json, AircallTag tag)
    {
        json.WriteStartObject();
        json.WriteNumber("id", tag.Id);
        json.WriteString("direct_link", request.Company.Link($"/v1/tags/{tag.Id}"));
        json.WriteString("name", tag.Name);
        json.WriteString("color", tag.Color);
        json.WriteNull("description");
        json.WriteEndObject();
    }
}
