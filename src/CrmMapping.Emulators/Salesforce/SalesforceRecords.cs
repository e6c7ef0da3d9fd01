using CrmMapping.Emulators.Salesforce;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the records of one object as a person at its screen would. May be shared between threads.</summary>
/// <remarks>No limit, lock, duplicate rule or assignment rule counts for these edits; validation does.</remarks>
public sealed class SalesforceRecords
{
    private readonly SalesforceOrg _org;
    private readonly RecordTable _table;

    internal SalesforceRecords(SalesforceOrg org, RecordTable table) => (_org, _table) = (org, table);

    /// <summary>Gets how many records there are, without deleted ones.</summary>
    public int Count
    {
        get { lock (_org.Gate) return _table.ActiveCount; }
    }

    /// <summary>Gets all records that are not deleted, in the order of their ids.</summary>
    public IReadOnlyList<SalesforceRecord> All
    {
        get { lock (_org.Gate) return [.. _table.All.Where(record => !record.IsDeleted).Select(RecordView.Of)]; }
    }

    private Writer Person => new(_org.AdminUserId) { IsQuiet = true };

    /// <summary>Finds a record, deleted or not.</summary>
    /// <param name="id">Its id, of 15 or 18 characters.</param>
    /// <returns>The record; null when there is none.</returns>
    public SalesforceRecord? Find(string id)
    {
        lock (_org.Gate)
            return SalesforceId.TryRead(id, out var whole) && _table.Find(whole) is { } record ? RecordView.Of(record) : null;
    }

    /// <summary>Finds the records that have a text in a field, case aside; deleted ones are left out.</summary>
    /// <param name="field">The API name.</param>
    /// <param name="value">The text.</param>
    /// <returns>The records.</returns>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public IReadOnlyList<SalesforceRecord> FindBy(string field, string value)
    {
        lock (_org.Gate)
        {
            var ordinal = _table.Type.Find(field);
            if (ordinal < 0)
                throw new ArgumentException($"{_table.Type.Name} has no field '{field}'. Take an API name.", nameof(field));
            return [.. _table.Having(ordinal, value).Where(record => !record.IsDeleted).OrderBy(record => record.Id, StringComparer.Ordinal).Select(RecordView.Of)];
        }
    }

    /// <summary>Creates a record.</summary>
    /// <param name="fields">Its values by API name.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">A field does not exist, or a value is not allowed.</exception>
    public SalesforceRecord Create(IEnumerable<KeyValuePair<string, string?>> fields) => Do(() =>
        RecordView.Of(_org.Editor.Create(_table, Read(fields, isCreate: true), Person)));

    /// <summary>Creates many records.</summary>
    /// <param name="records">The values of each record by API name.</param>
    /// <returns>The ids, in the order given.</returns>
    /// <exception cref="InvalidOperationException">A field does not exist, or a value is not allowed; the records before it were created.</exception>
    public IReadOnlyList<string> CreateMany(IEnumerable<IEnumerable<KeyValuePair<string, string?>>> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return [.. Import(records, told: true)];
    }

    /// <summary>Changes one field of a record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="field">The API name.</param>
    /// <param name="value">The value; null or empty clears it.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">There is no such record or field, or the value is not allowed.</exception>
    public SalesforceRecord Update(string id, string field, string? value) => Update(id, [new(field, value)]);

    /// <summary>Changes fields of a record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="fields">The values by API name; null or empty clears.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">There is no such record or field, or a value is not allowed.</exception>
    public SalesforceRecord Update(string id, IEnumerable<KeyValuePair<string, string?>> fields) => Do(() =>
    {
        var record = Get(id);
        _org.Editor.Update(record, Read(fields, isCreate: false), Person);
        return RecordView.Of(record);
    });

    /// <summary>Moves SystemModstamp without changing a field, as a recalculation does.</summary>
    /// <param name="id">The record.</param>
    /// <param name="ago">How long ago, in whole seconds: a long transaction shows its rows late, under the time it wrote them. None by default.</param>
    /// <exception cref="InvalidOperationException">There is no such record.</exception>
    public void Touch(string id, Duration ago = default) => Do(() => _org.Editor.Touch(Get(id), ago));

    /// <summary>Puts a record into the recycle bin; an account takes its contacts with it.</summary>
    /// <param name="id">The record.</param>
    /// <exception cref="InvalidOperationException">There is no such record, or it is there already.</exception>
    public void Delete(string id) => Do(() => _org.Editor.Delete(Get(id), Person));

    /// <summary>Takes a record out of the recycle bin.</summary>
    /// <param name="id">The record.</param>
    /// <exception cref="InvalidOperationException">There is no such record, or it is not in the bin.</exception>
    public void Undelete(string id) => Do(() => _org.Editor.Undelete(Get(id), Person));

    /// <summary>Merges records: the losers go to the recycle bin and name the winner.</summary>
    /// <param name="winnerId">The record that stays, its values as they are.</param>
    /// <param name="loserIds">One or two others.</param>
    /// <exception cref="InvalidOperationException">A record does not exist, is deleted, or is named twice.</exception>
    public void Merge(string winnerId, params IReadOnlyList<string> loserIds) =>
        Do(() => SObjectMerger.Merge(_org, Get(winnerId), [.. loserIds.Select(Get)], Person));

    /// <summary>Converts a lead: it stays, shut, and an account and a contact come into being.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="contactId">A contact whose empty fields are filled instead; null makes a new one.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">There is no such lead or contact, or the lead is converted, deleted or a queue's.</exception>
    public SalesforceRecord Convert(string id, string? contactId = null) => Do(() =>
    {
        if (_table != _org.Leads)
            throw new InvalidOperationException($"A {_table.Type.Name} cannot be converted. Convert leads.");
        var contact = contactId is null ? null : SObjectFinder.Alive(SObjectFinder.ById(_org, _org.Contacts, contactId));
        return RecordView.Of(LeadConverter.Convert(_org, Get(id), contact, Person));
    });

    /// <summary>Makes the next writes of a record over the API find it locked.</summary>
    /// <param name="id">The record.</param>
    /// <param name="writes">How many writes, at least 1.</param>
    /// <exception cref="InvalidOperationException">There is no such record.</exception>
    public void Lock(string id, int writes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(writes, 1);
        Do(() => _org.Locks[Get(id).Id] = writes);
    }

    /// <summary>Imports as the result is walked through, and tells outbound messages only when asked to.</summary>
    internal IEnumerable<string> Import(IEnumerable<IEnumerable<KeyValuePair<string, string?>>> records, bool told) => records.Select(fields => Do(() =>
    {
        _org.OutboundMessages.IsMuted = !told;
        return _org.Editor.Create(_table, Read(fields, isCreate: true), Person).Id;
    }));

    private List<FieldWrite> Read(IEnumerable<KeyValuePair<string, string?>> fields, bool isCreate)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RecordInput(_org, _table.Type, isCreate).Read(fields);
    }

    private SObject Get(string id) => SalesforceId.TryRead(id, out var whole) && _table.Find(whole) is { } record
        ? record
        : throw new InvalidOperationException($"There is no {_table.Type.Name} '{id}'. Take an id that Create returned.");

    private void Do(Action work) => Do(() =>
    {
        work();
        return 0;
    });

    private T Do<T>(Func<T> work)
    {
        lock (_org.Gate)
        {
            var mark = _org.Journal.Mark;
            try
            {
                return work();
            }
            catch (SalesforceProblem problem)
            {
                _org.Journal.RollBack(mark);
                throw new InvalidOperationException($"The edit was refused: {string.Join(" ", problem.Errors.Select(error => $"{error.Code}: {error.Message}."))}", problem);
            }
            finally
            {
                _org.Commit();
                _org.OutboundMessages.IsMuted = false;
            }
        }
    }
}
