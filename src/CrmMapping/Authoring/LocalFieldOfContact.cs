using System.Linq.Expressions;
using System.Reflection;

namespace CrmMapping;

/// <summary>Reads and writes a property of the host's contact as canonical text.</summary>
internal abstract class LocalField<TContact>(PropertyInfo property, Type type, IValueCodec? codec)
    : LocalField(property, type, codec)
    where TContact : class, new()
{
    public abstract void Read(TContact contact, RecordBuffer into, int ordinal);

    public abstract void Apply(TContact contact, RecordBuffer patch, int ordinal, ref List<int>? refused);

    /// <summary>Writes what <see cref="Read"/> does as an expression.</summary>
    public abstract Expression Reading(Expression contact, Expression into, int ordinal);

    /// <summary>Writes what <see cref="Apply"/> does as an expression.</summary>
    public abstract Expression Applying(Expression contact, Expression patch, int ordinal, Expression refused);
}
