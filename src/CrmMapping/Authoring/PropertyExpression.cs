using System.Linq.Expressions;
using System.Reflection;

namespace CrmMapping;

/// <summary>Finds the property that an expression names.</summary>
internal static class PropertyExpression
{
    /// <summary>Finds the property, seeing through a conversion to <see cref="object"/>.</summary>
    /// <returns>The property; null when the expression is anything but a readable property of its parameter.</returns>
    public static PropertyInfo? Find(LambdaExpression expression)
    {
        var body = expression.Body is UnaryExpression { NodeType: ExpressionType.Convert, Type: var type } boxing
            && type == typeof(object)
                ? boxing.Operand
                : expression.Body;
        return body is MemberExpression { Member: PropertyInfo { GetMethod.IsPublic: true } property } member
            && member.Expression == expression.Parameters[0]
                ? property
                : null;
    }
}
