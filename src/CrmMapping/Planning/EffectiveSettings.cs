namespace CrmMapping;

/// <summary>Holds a connection's settings with the CRM's defaults filled in.</summary>
internal sealed record EffectiveSettings
{
    public required SyncFlow Creation { get; init; }

    public required SyncFlow Update { get; init; }

    public required SyncFlow Tracking { get; init; }

    public EvidenceRule Evidence { get; init; }

    public EquatableArray<MatchKeyKind> MatchKeys { get; init; }

    public EquatableArray<MatchKeyKind> UniqueKeys { get; init; }

    public string Stamp => $"{(int)Creation}{(int)Update}{(int)Tracking}{(int)Evidence}";

    /// <summary>Gets why a push would send nothing, with the remedy; null when it may send something.</summary>
    public string? WhyPushIsRefused => (Creation, Update) == (SyncFlow.FromCrm, SyncFlow.FromCrm)
        ? "Push sends nothing while contact creation and contact update are both ←. Set one of them to ↔ first."
        : null;

    public static EffectiveSettings Of(ConnectionSettings settings, CrmTraits traits)
    {
        var update = settings.ContactUpdate ?? traits.DefaultUpdate;
        return new EffectiveSettings
        {
            Creation = settings.ContactCreation ?? traits.DefaultCreation,
            Update = update,
            Tracking = settings.ActivityTracking ?? update,
            Evidence = settings.Evidence,
            MatchKeys = settings.MatchKeys,
            UniqueKeys = settings.UniqueKeys,
        };
    }
}
