using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Pst.Web.Hosting;

namespace Pst.Web.Identity;

/// <summary>The keys that sign cookies and forms, in the database: every node knows them, and a restart signs nobody out.</summary>
public sealed class StoredKeys(PstDatabase database) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    const string All = "select xml from identity.data_protection_key order by made";
    const string Insert = "insert into identity.data_protection_key (name, xml) values ($1, $2)";

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.App.CreateCommand(All);
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read()) keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.App.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
