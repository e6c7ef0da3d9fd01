namespace CrmMapping;

/// <summary>Holds the words for everything that may be wrong with a file of mappings, a method each.</summary>
internal static class ImportRefusals
{
    public static ImportRefusal FileTooLarge(int length, int most) => new(
        ImportRefusalCode.FileTooLarge, "$", $"The file has {length} bytes, and a map takes at most {most}. Import a file that was exported from a map.");

    public static ImportRefusal NotUtf8() => new(
        ImportRefusalCode.NotJson, "$", "The file is not UTF-8. Save it as UTF-8, or export it again.");

    public static ImportRefusal NotJson(long line, long position, int mostDepth) => new(
        ImportRefusalCode.NotJson, "$",
        $"The text is no JSON, is cut off, or is nested deeper than {mostDepth} levels: see line {line}, byte {position}. Correct it there, or export the map again.");

    public static ImportRefusal NewerFormat(string path, string found, int known) => new(
        ImportRefusalCode.NewerFormat, path,
        $"The file is of format {Wording.Quote(found)}, and this program reads format {known}. Update it, or export the map from a program of this version.");

    public static ImportRefusal PropertyMissing(string path, string name, string allowed) => new(
        ImportRefusalCode.PropertyMissing, path, $"'{name}' is missing. Allowed: {allowed}.");

    public static ImportRefusal PropertyUnknown(string path, string name, IReadOnlyList<string> allowed) => new(
        ImportRefusalCode.PropertyUnknown, $"{path}[{Wording.Quote(name)}]", $"{Wording.Quote(name)} means nothing here. Allowed: {string.Join(", ", allowed)}.");

    public static ImportRefusal PropertyTwice(string path, string name) => new(
        ImportRefusalCode.PropertyTwice, path, $"'{name}' is there twice. Allowed: once.");

    public static ImportRefusal ValueNotAllowed(string path, string found, string allowed) => new(
        ImportRefusalCode.ValueNotAllowed, path, $"{found} is not allowed. Allowed: {allowed}.");

    public static ImportRefusal EditRefused(string path, EditRefusal edit) => new(ImportRefusalCode.EditRefused, path, edit.Message, edit);

    public static ImportRefusal MappingLeftOut(string path, EditRefusal edit) => new(
        ImportRefusalCode.EditRefused, path, $"'{edit.Local}' is left out, which would delete it. {edit.Message}", edit);
}
