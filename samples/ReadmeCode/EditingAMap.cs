using CrmMapping;

namespace ReadmeCode;

internal static class EditingAMap
{
    public static byte[] Edit(MappingSet map)
    {
        // <readme:edit>
        var draft = map.Edit();                                              // map is a MappingSet; it stays as it is
        var result = draft.ChangeDirection("DoNotCall", SyncDirection.FromCrm);
        Console.WriteLine(result);                                           // DirectionNotAllowed: … Allowed here: →.

        draft.Add("Notes", "notes_of_support", SyncDirection.FromCrm);
        draft.Retarget("Company", "employer");
        Console.WriteLine(draft.Changes);                                    // ~ Company: company ⇒ employer
                                                                             // + Notes ← notes_of_support
        foreach (var choice in draft.CrmChoices("MobilePhone"))              // every property: held by which mapping, or which way
        {
            Console.WriteLine(choice);                                       // it could run, and why not the others
        }

        byte[] file = MappingJson.Write(draft.Build());                      // the whole map as JSON, for another account's draft
        // </readme>
        return file;
    }
}
