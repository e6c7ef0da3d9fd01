using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CrmMapping.Tests;

/// <summary>A map written inside a test: a locked phone number, and what the test says.</summary>
internal sealed class TestMap : ContactMap<Contact>
{
    public TestMap(Action<TestMap> write)
    {
        base.Map(c => c.Phone).To("phone").Locked();
        write(this);
    }

    public new IMappingStart<Contact, TValue> Map<TValue>(
        Expression<Func<Contact, TValue>> property, [CallerArgumentExpression(nameof(property))] string? text = null) =>
        base.Map(property, text);

    public new IOfferedField Field<TValue>(
        Expression<Func<Contact, TValue>> property, [CallerArgumentExpression(nameof(property))] string? text = null) =>
        base.Field(property, text);

    public new void Resolve(ConflictPolicy policy) => base.Resolve(policy);
}
