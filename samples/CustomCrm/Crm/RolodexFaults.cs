namespace CustomCrm;

/// <summary>Says what goes wrong with a request: a status alone, or an answer in the place of what was carried out; no body cuts the line.</summary>
internal sealed record RolodexFault(int Status = 200, string? Body = null, string ContentType = "application/json", bool IsCarriedOut = true, bool IsCut = false);

/// <summary>Keeps what is to go wrong, by path.</summary>
internal sealed class RolodexFaults
{
    private readonly Lock _gate = new();
    private readonly List<(string Path, RolodexFault Fault)> _waiting = [];

    public int Met { get; private set; }

    public void Add(string path, RolodexFault fault, int times)
    {
        lock (_gate)
        {
            _waiting.AddRange(Enumerable.Repeat((path, fault), times));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    public RolodexFault? Take(string path)
    {
        lock (_gate)
        {
            var place = _waiting.FindIndex(waiting => waiting.Path == path);
            if (place < 0)
            {
                return null;
            }

            var fault = _waiting[place].Fault;
            _waiting.RemoveAt(place);
            Met++;
            return fault;
        }
    }
}
