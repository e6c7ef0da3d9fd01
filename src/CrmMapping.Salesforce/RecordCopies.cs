namespace CrmMapping.Salesforce;

/// <summary>Copies records from one page to another.</summary>
internal static class RecordCopies
{
    public static CrmRecord Append(CrmPage page, CrmRecord record)
    {
        var copy = page.Add(record.Values.Count);
        Overwrite(copy, record);
        return copy;
    }

    /// <summary>Brings a page of records that are alive up to what was read of some of them later: changed, new, or gone.</summary>
    public static void Refresh(CrmPage page, CrmPage later)
    {
        var places = Enumerable.Range(0, page.Count).ToDictionary(place => page[place].Id, StringComparer.Ordinal);
        foreach (var record in later)
        {
            var isGone = record.IsArchived || record.ConvertedInto is not null;
            switch (places.TryGetValue(record.Id, out var place), isGone)
            {
                case (true, false):
                    Overwrite(page[place], record);
                    break;
                case (true, true):
                    places[page[^1].Id] = place;
                    places.Remove(record.Id);
                    Overwrite(page[place], page[^1]);
                    page.RemoveLast();
                    break;
                case (false, false):
                    places[record.Id] = page.Count;
                    Append(page, record);
                    break;
            }
        }
    }

    private static void Overwrite(CrmRecord copy, CrmRecord record)
    {
        if (ReferenceEquals(copy, record))
        {
            return;
        }

        copy.Reset(record.Values.Count);
        copy.Id = record.Id;
        copy.RequestedId = record.RequestedId;
        copy.CreatedAt = record.CreatedAt;
        copy.ModifiedAt = record.ModifiedAt;
        copy.IsArchived = record.IsArchived;
        copy.HasValues = record.HasValues;
        copy.ConvertedInto = record.ConvertedInto;
        for (var ordinal = 0; ordinal < record.Values.Count; ordinal++)
        {
            copy.Values.Copy(ordinal, record.Values);
        }
    }
}
