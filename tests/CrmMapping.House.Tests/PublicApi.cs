using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrmMapping.House.Tests;

/// <summary>Writes what users of a package can reach, a line a member.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static string Of(Package package) => string.Concat(package.PublicTypes
        .OrderBy(static type => type.FullName, StringComparer.Ordinal)
        .Select(static type => $"{Head(type)}\n{string.Concat(Members(type).Order(StringComparer.Ordinal).Select(static line => $"    {line}\n"))}"));

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = new[] { type.BaseType }.OfType<Type>()
            .Where(static parent => parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Where(static contract => contract.IsVisible).OrderBy(Clr.Name, StringComparer.Ordinal))
            .Select(Clr.Name)
            .ToList();
        return $"{kind} {type.Namespace}.{Clr.Name(type)}{(bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}")}";
    }

    private static IEnumerable<string> Members(Type type) => typeof(Delegate).IsAssignableFrom(type)
        ? [Signature(type.GetMethod("Invoke")!)]
        : type.GetMembers(Declared).Select(Line).OfType<string>();

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true, IsPublic: true } field =>
            $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{Static(field.IsStatic)}{Clr.Nullable(field)} {field.Name}",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsReachable) => Property(property),
        EventInfo happening when IsReachable(happening.AddMethod!) => $"event {Clr.Name(happening.EventHandlerType!)} {happening.Name}",
        ConstructorInfo made when IsReachable(made) => $"{Access(made)}.ctor({Parameters(made)})",
        MethodInfo method when IsReachable(method) && IsWritten(method) => Signature(method),
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsReachable).ToList();
        var words = accessors.Select(accessor => accessor == property.GetMethod ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;");
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters() is { Length: > 0 } ? $"[{Parameters(property.GetMethod!)}]" : "";
        return $"{Access(accessors[0])}{required}{Clr.Nullable(property)} {property.Name}{index} {{ {string.Join(' ', words)} }}";
    }

    private static string Signature(MethodInfo method) =>
        $"{Access(method)}{Clr.Nullable(method.ReturnParameter)} {method.Name}{Clr.Arguments(method)}({Parameters(method)})";

    private static string Parameters(MethodBase method)
    {
        var first = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return first + string.Join(", ", method.GetParameters().Select(static parameter =>
            $"{Passed(parameter)}{Clr.Nullable(parameter)} {parameter.Name}{Default(parameter)}"));
    }

    private static string Passed(ParameterInfo parameter) => parameter switch
    {
        { IsOut: true } => "out ",
        { IsIn: true, ParameterType.IsByRef: true } => "in ",
        { ParameterType.IsByRef: true } => "ref ",
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
        _ => "",
    };

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue
        ? ""
        : parameter.DefaultValue is null
            ? " = default"
            : $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)}";

    private static string Access(MethodBase method) =>
        $"{(method.IsPublic ? "" : "protected ")}{Static(method.IsStatic)}"
        + $"{(method is { IsAbstract: true, DeclaringType.IsInterface: false } ? "abstract " : "")}";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static bool IsReachable(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    // What the compiler adds to a record is said by the record; accessors are said by their property.
    private static bool IsWritten(MethodInfo method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));
}
