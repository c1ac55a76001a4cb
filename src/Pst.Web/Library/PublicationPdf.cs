using Pst.Domain;

namespace Pst.Web.Library;

/// <summary>Where the PDF of a publication lies, as the publisher gave it.</summary>
public sealed class PublicationPdf
{
    readonly PublicationFiles publications;
    readonly StoredFiles files;

    internal PublicationPdf(PublicationFiles publications, StoredFiles files) => (this.publications, this.files) = (publications, files);

    /// <summary>Its path; null where it is not kept.</summary>
    public async Task<string?> FindAsync(PublicationId publication, CancellationToken cancel) =>
        await publications.FindAsync(publication, FileKind.Pdf, cancel) is { } pdf && File.Exists(files.PathOf(pdf.Hash))
            ? files.PathOf(pdf.Hash)
            : null;
}
