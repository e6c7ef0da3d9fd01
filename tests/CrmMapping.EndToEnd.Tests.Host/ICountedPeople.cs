namespace CrmMapping.EndToEnd.Tests;

/// <summary>Stands for a repository that can count, as the one in the file does.</summary>
public interface ICountedPeople : IContactRepository<Person>, ICountsContacts;
