using System.Runtime.CompilerServices;

namespace CrmMapping.Http;

/// <summary>Keeps the names of each field set for as long as the field set lives.</summary>
/// <remarks>An adapter holds one; it may be used from several threads at once.</remarks>
public sealed class FieldNameCache
{
    private readonly ConditionalWeakTable<CrmFieldSet, FieldNames> _made = [];
    private readonly string[] _more;

    /// <summary>Makes a cache.</summary>
    /// <param name="more">Names that are of use beside the fields, such as that of the time of the last change.</param>
    public FieldNameCache(params string[] more) => _more = more;

    /// <summary>Gets the names of a field set.</summary>
    /// <param name="fields">The field set.</param>
    /// <returns>The same names for every call with it.</returns>
    public FieldNames Of(CrmFieldSet fields) => _made.GetValue(fields, set => new FieldNames(set, _more));
}
