namespace CrmMapping;

/// <summary>Makes a mapping set of what a map's constructor said, and notes every mistake in it.</summary>
internal sealed class SetBuilder(
    string map, RecordType recordType, IEnumerable<FieldDescriptor> knownFields, ICollection<MappingMistake> mistakes)
{
    private readonly Dictionary<string, FieldDescriptor> _known =
        knownFields.ToDictionary(static field => field.Key, StringComparer.Ordinal);

    public MappingSet Build(IMapStatements statements)
    {
        var mappings = new List<FieldMapping>();
        foreach (var statement in statements.Mappings)
        {
            if (Build(statement, statements) is { } mapping)
            {
                mappings.Add(mapping);
            }
        }

        var set = new MappingSet
        {
            Name = map,
            RecordType = recordType,
            Conflict = statements.Conflict ?? ConflictPolicy.CrmWins,
            Mappings = mappings.ToEquatableArray(),
            OfferedFields = statements.Offered.Select(Offer).OfType<FieldDescriptor>().ToEquatableArray(),
        };
        new SetCheck(map, statements, set, mistakes).Run();
        return set;
    }

    private FieldDescriptor? Offer(FieldStatement statement)
    {
        CheckWords(statement);
        return FieldOf(statement, null);
    }

    private FieldMapping? Build(MappingStatement statement, IMapStatements statements)
    {
        CheckWords(statement);
        if (FieldOf(statement, TypeOf(statement.Special)) is not { } local)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(statement.CrmField))
        {
            mistakes.Add(statement.CrmField is null
                ? Mistakes.SentenceWithoutTo(map, statement.Expression)
                : Mistakes.BlankCrmField(map, local.Key));
            return null;
        }

        var (allowed, direction) = DirectionOf(statement, local.Key);
        return new FieldMapping
        {
            Local = local,
            Crm = CrmFieldOf(statement, local),
            SetUp = statement.SetUp,
            Category = CategoryOf(statement),
            Special = statement.Special,
            Origin = statement.Origin,
            DirectionOrigin = statement.Origin,
            TargetOrigin = statement.Origin,
            Group = statement.Group,
            TracksActivity = statement.TracksActivity,
            Direction = direction,
            AllowedDirections = allowed,
            Conflict = statement.Conflict ?? statements.Conflict ?? ConflictPolicy.CrmWins,
            BlankToCrm = statement.BlankToCrm,
            BlankToLocal = statement.BlankToLocal,
            Writes = statement.Writes,
            Truncates = statement.Truncates,
            Enforces = statement.Enforces,
            Converter = statement.Converter,
            ChangedBy = statement.ChangedBy.Select(static by => by.Property).OfType<string>().ToEquatableArray(),
            Condition = statement.Condition?.Text,
            ConditionCode = statement.Condition?.Code,
        };
    }

    private void CheckWords(FieldStatement statement)
    {
        foreach (var (first, second) in statement.Clashes)
        {
            mistakes.Add(first == second
                ? Mistakes.SaidTwice(map, statement.Expression, first)
                : Mistakes.SaidInConflict(map, statement.Expression, first, second));
        }
    }

    private FieldDescriptor? FieldOf(FieldStatement statement, FieldType? special)
    {
        if (statement.Field is not { } field)
        {
            mistakes.Add(Mistakes.NotAProperty(map, statement.Expression));
            return null;
        }

        if (field.Codec is null)
        {
            mistakes.Add(Mistakes.UnsupportedType(map, field));
            return null;
        }

        if ((special ?? statement.Type) is { } wanted && !field.CanBe(wanted))
        {
            mistakes.Add(Mistakes.CannotBe(map, field, wanted));
        }

        return field.Describe(statement, special);
    }

    // What a converter makes is known when the CRM was asked; until then it is text.
    private FieldDescriptor CrmFieldOf(MappingStatement statement, FieldDescriptor local) =>
        _known.GetValueOrDefault(statement.CrmField!) ?? statement.SetUp ?? new FieldDescriptor
        {
            Key = statement.CrmField!,
            Type = statement.Converter is null ? local.Type : FieldType.Text,
        };

    private (EquatableArray<SyncDirection> Allowed, SyncDirection Direction) DirectionOf(
        MappingStatement statement, string field)
    {
        EquatableArray<SyncDirection> allowed = statement switch
        {
            { IsLocked: true } => [SyncDirection.Bidirectional],
            { Allowed: { } said } => said.Distinct().ToEquatableArray(),
            { TracksActivity: true } => [SyncDirection.ToCrm],
            { Special: SpecialField.DispositionStatus } => [SyncDirection.FromCrm, SyncDirection.Bidirectional],
            _ => SyncDirections.All,
        };
        if (allowed.Count == 0 || allowed.Any(static direction => direction is < SyncDirection.ToCrm or > SyncDirection.Bidirectional))
        {
            mistakes.Add(Mistakes.NoDirectionAllowed(map, field));
            return (SyncDirections.All, statement.Direction ?? SyncDirection.Bidirectional);
        }

        var usual = statement.Special == SpecialField.None ? SyncDirection.Bidirectional : SyncDirection.FromCrm;
        var direction = statement.Direction ?? (allowed.Contains(usual) ? usual : allowed[0]);
        if (!allowed.Contains(direction))
        {
            mistakes.Add(Mistakes.DirectionNotAllowed(map, field, direction, allowed));
        }

        return (allowed, direction);
    }

    private static MappingCategory CategoryOf(MappingStatement statement) => statement switch
    {
        { IsLocked: true } => MappingCategory.Locked,
        { Special: not SpecialField.None } => MappingCategory.Special,
        _ => MappingCategory.Open,
    };

    private static FieldType? TypeOf(SpecialField special) => special switch
    {
        SpecialField.None => null,
        SpecialField.Owner => FieldType.Owner,
        _ => FieldType.Picklist,
    };
}
