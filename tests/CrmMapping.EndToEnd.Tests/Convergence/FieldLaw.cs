namespace CrmMapping.EndToEnd.Tests;

/// <summary>Checks what must hold of one field of one contact once a history has come to rest.</summary>
internal sealed class FieldLaw
{
    private readonly History _history;
    private readonly (string Local, string Crm) _contact;
    private readonly RuledField _field;
    private readonly IReadOnlyList<WrittenValue> _trace;
    private readonly string _story;

    public FieldLaw(History history, (string Local, string Crm) contact, RuledField field)
    {
        (_history, _contact, _field, _trace) = (history, contact, field, history.TraceOf(contact, field));
        _story = $"of {field.Crm} ({field.Rule}):\n{string.Join('\n', _trace)}";
    }

    public async Task CheckAsync()
    {
        var here = _field.Here(await _history.Host.PersonAsync(_contact.Local));
        var there = _field.There(_history.Host.Crm.Contacts.Find(_contact.Crm)!);
        CheckWrites(SyncSide.Local);
        CheckWrites(SyncSide.Crm);
        CheckEnd(here, there);
    }

    // Every edit has a value of its own, blanks apart, so whose edit the engine passed on can be told, and how often.
    private void CheckWrites(SyncSide side)
    {
        var written = Changes(side, byPerson: false);
        var edited = Changes(Other(side), byPerson: true).CountBy(w => w.After).ToDictionary();
        foreach (var (value, times) in written.CountBy(w => w.After))
        {
            times.Should().BeLessThanOrEqualTo(
                edited.GetValueOrDefault(value), $"an edit changes the other side's value once, and '{value}' was written {side}: {_story}");
        }

        var mayWrite = _field.Rule switch
        {
            RuledField.Kind.ToCrm => side == SyncSide.Crm,
            RuledField.Kind.FromCrm => side == SyncSide.Local,
            _ => true,
        };
        written.Should().Match(w => mayWrite || !w.Any(), $"it runs one way {_story}");
        written.Should().NotContain(w => _field.Rule == RuledField.Kind.KeepsWhenBlank && w.After == "", $"a blank overwrites nothing {_story}");
        written.Should().NotContain(
            w => _field.Rule == RuledField.Kind.FillsWhenBlank && (w.Before != "" || w.After == ""), $"only a blank is written over {_story}");
    }

    private void CheckEnd(string here, string there)
    {
        switch (_field.Rule)
        {
            case RuledField.Kind.BothWays:
                there.Should().Be(here, $"both sides are equal {_story}");
                LastEdits().Should().Contain(here, $"the last edit of a side wins {_story}");
                break;
            case RuledField.Kind.KeepsWhenBlank:
                (here == there || here == "" || there == "").Should().BeTrue($"the sides are equal, or a clear was kept to itself {_story}");
                break;
            case RuledField.Kind.FillsWhenBlank:
                // Whoever has a value keeps it, so the two may differ, and a clear may leave one of them blank.
                break;
            case RuledField.Kind.ToCrm:
                here.Should().Be(LastOf(SyncSide.Local), $"nothing comes from the CRM {_story}");
                break;
            case RuledField.Kind.FromCrm:
                there.Should().Be(LastOf(SyncSide.Crm), $"nothing goes to the CRM {_story}");
                break;
        }
    }

    private List<string> LastEdits()
    {
        List<string> last =
        [
            .. Changes(SyncSide.Local, byPerson: true).TakeLast(1).Select(w => w.After),
            .. Changes(SyncSide.Crm, byPerson: true).TakeLast(1).Select(w => w.After),
        ];
        return last.Count > 0 ? last : [Beginning];
    }

    private string LastOf(SyncSide side) => Changes(side, byPerson: true).LastOrDefault()?.After ?? Beginning;

    private string Beginning => _field.Crm == "firstname" ? "First" : "";

    private List<WrittenValue> Changes(SyncSide side, bool byPerson) => [.. _trace.Where(w => w.Side == side && w.ByPerson == byPerson)];

    private static SyncSide Other(SyncSide side) => side == SyncSide.Local ? SyncSide.Crm : SyncSide.Local;
}
