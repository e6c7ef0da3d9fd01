using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CrmMapping;

/// <summary>Describes a property of the host's contact.</summary>
internal abstract class LocalField(PropertyInfo property, Type type, IValueCodec? codec)
{
    public PropertyInfo Property { get; } = property;

    public string Name => Property.Name;

    /// <summary>Gets how values are read and written; null when the type is not supported.</summary>
    public IValueCodec? Codec { get; } = codec;

    public bool IsWritable => Property.SetMethod is { IsPublic: true };

    /// <summary>Describes the field as the property's type, name and attributes tell, unless the statement says otherwise.</summary>
    public FieldDescriptor Describe(FieldStatement statement, FieldType? special) => new()
    {
        Key = Name,
        Label = statement.Label ?? LabelByAttribute ?? FieldConventions.LabelOf(Name),
        Type = special ?? statement.Type ?? TypeByConvention,
        MaxLength = statement.MaxLength ?? MaxLengthByAttribute,
        IsReadOnly = !IsWritable || Property.GetCustomAttribute<EditableAttribute>() is { AllowEdit: false },
        IsRequired = IsNeverNull || Property.IsDefined(typeof(RequiredAttribute)),
        Options = Codec?.Options ?? [],
    };

    /// <summary>Tells whether the property can hold the values of a type of field.</summary>
    public bool CanBe(FieldType wanted) => Codec is { } codec
        && (codec.HoldsAnyText || wanted == codec.Type || wanted is FieldType.Text or FieldType.Picklist or FieldType.Owner);

    private FieldType TypeByConvention => Codec is { HoldsAnyText: false } codec
        ? codec.Type
        : FieldConventions.TypeOf(Name);

    private bool IsNeverNull => type.IsValueType && type != typeof(bool) && Nullable.GetUnderlyingType(type) is null;

    private string? LabelByAttribute => Property.GetCustomAttribute<DisplayAttribute>()?.GetName();

    private int? MaxLengthByAttribute =>
        Property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength
        ?? (Property.GetCustomAttribute<MaxLengthAttribute>() is { Length: > 0 } limit ? limit.Length : null);
}
