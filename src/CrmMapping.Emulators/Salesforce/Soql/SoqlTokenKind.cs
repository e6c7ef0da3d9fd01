namespace CrmMapping.Emulators.Salesforce;

/// <summary>Names the kinds of words that a query is made of.</summary>
internal enum SoqlTokenKind
{
    /// <summary>A name, a path of names or a keyword.</summary>
    Name,

    /// <summary>A text, between quotes and with its escapes.</summary>
    Text,

    /// <summary>A number, a date or a date and time: what begins with a digit or a sign.</summary>
    Number,

    /// <summary>A bracket, a comma or an operator.</summary>
    Symbol,

    /// <summary>The end of the query.</summary>
    End,
}
