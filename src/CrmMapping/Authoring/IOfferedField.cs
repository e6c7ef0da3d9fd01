namespace CrmMapping;

/// <summary>Holds a local field that admins may map and the map does not.</summary>
public interface IOfferedField : ILocalFieldWords<IOfferedField>;
