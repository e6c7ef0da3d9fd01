using System.Collections.Frozen;
using NodaTime;

namespace CrmMapping;

/// <summary>Knows the CLR types that a mapped property may have.</summary>
internal static class ValueCodecs
{
    private static readonly FrozenDictionary<Type, object> Known = new Dictionary<Type, object>
    {
        [typeof(string)] = new StringCodec(),
        [typeof(string[])] = new ListCodec<string[]>(static items => items),
        [typeof(List<string>)] = new ListCodec<List<string>>(static items => [.. items]),
        [typeof(IReadOnlyList<string>)] = new ListCodec<IReadOnlyList<string>>(static items => items),
        [typeof(IReadOnlyCollection<string>)] = new ListCodec<IReadOnlyCollection<string>>(static items => items),
        [typeof(IList<string>)] = new ListCodec<IList<string>>(static items => [.. items]),
        [typeof(ICollection<string>)] = new ListCodec<ICollection<string>>(static items => [.. items]),
        [typeof(IEnumerable<string>)] = new ListCodec<IEnumerable<string>>(static items => items),
    }
    .With(new BooleanCodec())
    .With(new IntegerCodec<byte>())
    .With(new IntegerCodec<short>())
    .With(new IntegerCodec<int>())
    .With(new IntegerCodec<long>())
    .With(new IntegerCodec<uint>())
    .With(new IntegerCodec<ulong>())
    .With(new RealCodec<decimal>())
    .With(new RealCodec<double>())
    .With(new RealCodec<float>())
    .With(new GuidCodec())
    .With(new LocalDateCodec())
    .With(new DateOnlyCodec())
    .With(new InstantCodec())
    .With(new DateTimeOffsetCodec())
    .With(new OffsetDateTimeCodec())
    .With(new OffsetTimeCodec())
    .With(new LocalTimeCodec())
    .With(new TimeOnlyCodec())
    .ToFrozenDictionary();

    /// <summary>Finds how the values of a type are written and read.</summary>
    /// <returns>The codec; null when the type is not supported.</returns>
    public static ValueCodec<TValue>? Find<TValue>()
    {
        if (Known.TryGetValue(typeof(TValue), out var codec))
        {
            return (ValueCodec<TValue>)codec;
        }

        var type = Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
        return type.IsEnum && !type.IsDefined(typeof(FlagsAttribute), inherit: false) ? new EnumCodec<TValue>(type) : null;
    }

    private static Dictionary<Type, object> With<TValue>(this Dictionary<Type, object> codecs, ValueCodec<TValue> codec)
        where TValue : struct
    {
        codecs.Add(typeof(TValue), codec);
        codecs.Add(typeof(TValue?), new NullableCodec<TValue>(codec));
        return codecs;
    }
}
