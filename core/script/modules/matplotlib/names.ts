/** Names that matplotlib has: those that nothing here implements are accepted without effect. */

/** Functions of `pyplot`. */
export const PYPLOT_NAMES: ReadonlySet<string> = new Set(
  `acorr angle_spectrum annotate arrow autoscale autumn axes axhline axhspan axis axline axvline axvspan
  bar bar_label barbs barh bone box boxplot broken_barh cla clabel clf clim close cohere colorbar connect
  contour contourf cool copper csd cycler delaxes disconnect draw draw_if_interactive errorbar eventplot
  figaspect figimage figlegend fignum_exists figtext figure fill fill_between fill_betweenx findobj flag
  gca gcf gci get get_backend get_cmap get_current_fig_manager get_figlabels get_fignums get_plot_commands
  get_scale_names getp ginput gray grid hexbin hist hist2d hlines hot hsv imread imsave imshow inferno
  install_repl_displayhook interactive ioff ion isinteractive jet legend locator_params loglog magma
  magnitude_spectrum margins matshow minorticks_off minorticks_on new_figure_manager nipy_spectral pause
  pcolor pcolormesh phase_spectrum pie pink plasma plot plot_date polar prism psd quiver quiverkey rc
  rc_context rcdefaults register_cmap rgrids savefig sca scatter sci semilogx semilogy set_cmap
  set_loglevel setp show specgram spring spy stackplot stairs stem step streamplot subplot subplot2grid
  subplot_mosaic subplot_tool subplots subplots_adjust summer suptitle switch_backend table text
  thetagrids tick_params ticklabel_format tight_layout title tricontour tricontourf tripcolor triplot
  twinx twiny uninstall_repl_displayhook violinplot viridis vlines waitforbuttonpress winter xcorr xkcd
  xlabel xlim xscale xticks ylabel ylim yscale yticks`.split(/\s+/),
);

/** Methods and attributes of axes. */
export const AXES_NAMES: ReadonlySet<string> = new Set(
  `ArtistList acorr add_artist add_callback add_child_axes add_collection add_container add_image add_line
  add_patch add_table angle_spectrum annotate apply_aspect arrow artists autoscale autoscale_view axes
  axhline axhspan axis axline axvline axvspan bar bar_label barbs barh boxplot broken_barh bxp can_pan
  can_zoom cla clabel clear cohere collections contains contains_point contour contourf convert_xunits
  convert_yunits csd drag_pan draw draw_artist end_pan errorbar eventplot fill fill_between fill_betweenx
  findobj format_coord format_cursor_data format_xdata format_ydata get_adjustable get_agg_filter
  get_alpha get_anchor get_animated get_aspect get_autoscale_on get_autoscalex_on get_autoscaley_on
  get_axes_locator get_axisbelow get_box_aspect get_children get_clip_box get_clip_on get_clip_path
  get_cursor_data get_data_ratio get_default_bbox_extra_artists get_facecolor get_fc get_figure
  get_frame_on get_gid get_images get_in_layout get_label get_legend get_legend_handles_labels get_lines
  get_mouseover get_navigate get_navigate_mode get_path_effects get_picker get_position
  get_rasterization_zorder get_rasterized get_renderer_cache get_shared_x_axes get_shared_y_axes
  get_sketch_params get_snap get_tightbbox get_title get_transform get_transformed_clip_path_and_affine
  get_url get_visible get_window_extent get_xaxis get_xaxis_text1_transform get_xaxis_text2_transform
  get_xaxis_transform get_xbound get_xgridlines get_xlabel get_xlim get_xmajorticklabels
  get_xminorticklabels get_xscale get_xticklabels get_xticklines get_xticks get_yaxis
  get_yaxis_text1_transform get_yaxis_text2_transform get_yaxis_transform get_ybound get_ygridlines
  get_ylabel get_ylim get_ymajorticklabels get_yminorticklabels get_yscale get_yticklabels get_yticklines
  get_yticks get_zorder grid has_data have_units hexbin hist hist2d hlines images imshow in_axes
  indicate_inset indicate_inset_zoom inset_axes invert_xaxis invert_yaxis is_transform_set legend lines
  locator_params loglog magnitude_spectrum margins matshow minorticks_off minorticks_on mouseover name
  patches pchanged pcolor pcolorfast pcolormesh phase_spectrum pick pickable pie plot plot_date properties
  psd quiver quiverkey redraw_in_frame relim remove remove_callback reset_position scatter secondary_xaxis
  secondary_yaxis semilogx semilogy set set_adjustable set_agg_filter set_alpha set_anchor set_animated
  set_aspect set_autoscale_on set_autoscalex_on set_autoscaley_on set_axes_locator set_axis_off
  set_axis_on set_axisbelow set_box_aspect set_clip_box set_clip_on set_clip_path set_facecolor set_fc
  set_figure set_frame_on set_gid set_in_layout set_label set_mouseover set_navigate set_navigate_mode
  set_path_effects set_picker set_position set_prop_cycle set_rasterization_zorder set_rasterized
  set_sketch_params set_snap set_title set_transform set_url set_visible set_xbound set_xlabel set_xlim
  set_xmargin set_xscale set_xticklabels set_xticks set_ybound set_ylabel set_ylim set_ymargin set_yscale
  set_yticklabels set_yticks set_zorder sharex sharey specgram spy stackplot stairs stale start_pan stem
  step sticky_edges streamplot table tables text texts tick_params ticklabel_format tricontour tricontourf
  tripcolor triplot twinx twiny update update_datalim update_from use_sticky_edges viewLim violin
  violinplot vlines xaxis_date xaxis_inverted xcorr yaxis_date yaxis_inverted zorder`.split(/\s+/),
);

/** Methods and attributes of figures. */
export const FIGURE_NAMES: ReadonlySet<string> = new Set(
  `add_artist add_axes add_axobserver add_callback add_gridspec add_subfigure add_subplot align_labels
  align_xlabels align_ylabels autofmt_xdate axes callbacks clear clf colorbar contains convert_xunits
  convert_yunits delaxes dpi draw draw_artist draw_without_rendering execute_constrained_layout figimage
  findobj format_cursor_data frameon gca get_agg_filter get_alpha get_animated get_axes get_children
  get_clip_box get_clip_on get_clip_path get_constrained_layout get_constrained_layout_pads
  get_cursor_data get_default_bbox_extra_artists get_dpi get_edgecolor get_facecolor get_figheight
  get_figure get_figwidth get_frameon get_gid get_in_layout get_label get_layout_engine get_linewidth
  get_mouseover get_path_effects get_picker get_rasterized get_size_inches get_sketch_params get_snap
  get_tight_layout get_tightbbox get_transform get_transformed_clip_path_and_affine get_url get_visible
  get_window_extent get_zorder ginput have_units is_transform_set legend mouseover pchanged pick pickable
  properties remove remove_callback savefig sca set set_agg_filter set_alpha set_animated set_canvas
  set_clip_box set_clip_on set_clip_path set_constrained_layout set_constrained_layout_pads set_dpi
  set_edgecolor set_facecolor set_figheight set_figure set_figwidth set_frameon set_gid set_in_layout
  set_label set_layout_engine set_linewidth set_mouseover set_path_effects set_picker set_rasterized
  set_size_inches set_sketch_params set_snap set_tight_layout set_transform set_url set_visible set_zorder
  show stale sticky_edges subfigures subplot_mosaic subplots subplots_adjust suptitle supxlabel supylabel
  text tight_layout update update_from waitforbuttonpress zorder`.split(/\s+/),
);

/** Attributes of axes and figures that no table of methods has. */
export const OTHER_NAMES: ReadonlySet<string> = new Set(
  `axison bbox bbox_inches clipbox containers dataLim dpi_scale_trans figbbox fmt_xdata fmt_ydata
  get_gridspec get_subplotspec ignore_existing_data_limits label_outer legends number patch set_subplotspec
  spines stale_callback subfigs subplotpars suppressComposite titleOffsetTrans transAxes transData
  transFigure transLimits transScale transSubfigure xaxis yaxis canvas figure axes dpi`.split(/\s+/),
);

/** Keywords that some function of pyplot or some artist takes. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `add_name adjustable agg_filter algorithm align alignment alpha anchor angle angles animated anncoords
  annotation_clip antialiased antialiaseds arg args arguments arr array arrowprops arrowsize arrowstyle
  artist aspect auto autolim autopct autorange autoscale_on autoscalex_on autoscaley_on autotexts axes
  axes_class axes_locator axis axisbelow axs backend backgroundcolor barb_increments barbcolor barsabove
  base basefmt baseline bbox bbox_extra_artists bbox_inches bbox_to_anchor bbox_transform bins block
  bootstrap borderaxespad borderpad bottom boundaries boundary bounds box_aspect boxprops boxstyle
  broken_streamlines button bw_method bxpstats call_axes_locator canvas capprops capsize capstyle capthick
  capwidths case cax cellColours cellLoc cellText center cid clear clim clip clip_box clip_on clip_path
  clipbox closed closedmax closedmin cmap cmax cmin colColours colLabels colLoc colWidths collection color
  colors colspan columnspacing conf_intervals connectionstyle connector_lines constrained
  constrained_layout constrained_layout_pads container coordinates counterclock cumulative cycler
  dash_capstyle dash_joinstyle dashes data data_interval dataset default density detrend direction dpi
  draggable dragging drawedges drawstyle ecolor edgecolor edgecolors edges elinewidth emit empty_sentinel
  enable error_kw errorevery event explode extend extendfrac extendrect extent facecolor facecolors family
  fancybox fig fig_kw figheight fignum figsize figure figwidth file filename_or_obj fill fill_empty
  fillstyle filter_func filternorm filterrad flagcolor flierprops flip_barb fmt fname font font_properties
  fontdict fontfamily fontname fontproperties fontsize fontstretch fontstyle fontvariant fontweight
  for_layout_only force format forward fraction frame frame_on framealpha frameon freqs from func
  functions gapcolor gid grid_alpha grid_color grid_linestyle grid_linewidth gridsize gridspec gridspec_kw
  group groups h_pad halign handle_style handleheight handlelength handler_map handles handletextpad hatch
  hatches head_length head_starts_at_zero head_width headaxislength headlength heads headwidth height
  height_ratios histtype horizontalalignment hovercolor hspace image imshow in_layout include_self
  initcolor inset_ax integration_direction interpolate interpolation interpolation_stage interval
  invalid_types inverted ioff ion isinteractive itr joinstyle keep_observers key kwargs label
  labelOnlyBase label_coords label_position label_text label_type labelbottom labelcolor labeldistance
  labelleft labelpad labelpos labelright labelrotation labels labelsep labelsize labelspacing labeltop
  layout layout_engine left legend_handler_map length length_includes_head level levels line linefmt
  linelengths lineoffsets lines linespacing linestyle linestyles linewidth linewidths linthresh loc
  location locator locs log lolims lower lut major_formatter major_locator manage_ticks mappable marginals
  marker markeredgecolor markeredgewidth markerfacecolor markerfacecoloralt markerfirst markerfmt markers
  markerscale markersize markevery match math_fontfamily maxlags maxlength meanline meanprops means mec
  medianprops metadata mew mfc mfcalt mincnt minlength minor minor_formatter minor_locator
  minor_thresholds minshaft mode module mosaic mouse_add mouse_pop mouse_stop mouseevent mouseover
  multialignment mutation_aspect mutation_scale name names navigate navigate_mode nbins nchunk ncol ncols
  negative_linestyles newbackend nonpositive norm normalize normed notch noverlap nrows num num1 num2
  numdecs numpoints numticks obj offset offset_transform offsets oid optimize option orientation
  orig_handle origin original other overhang override_builtin pad pad_inches pad_points pad_to padding
  panchor papertype parameters parent parse_math patchA patchB patch_artist patches path path_effects
  paths pause pctdistance per_subplot_kw picker pickradius pil_kwargs pivot plotnonfinite point points
  polar pos position positions precision presets projection prop prop_cycle prop_name property props
  quality qualname quantiles radii radius randomness range rasterization_zorder rasterized rect
  rectangle_patch reduce_C_function relative remove_overlapping_locs renderer resample reset resize
  return_line right rlabel_position rotatelabels rotation rotation_mode rotation_point rounding rowColours
  rowLabels rowLoc rowspan rwidth savefig scale scale_by_freq scale_units scalex scaley scatterpoints
  scatteryoffsets scilimits segments self seq sets shading shadow shape share sharex sharey show
  show_clicks showbox showcaps showextrema showfliers showmeans showmedians shownotches shrink sides
  signature size size_inches sizes sketch_params slidermax slidermin slope snap solid_capstyle
  solid_joinstyle spacing squeeze stacked start start_points startangle state step stretch strings style
  subplot_kw subplotpars subplotspec subs sym tab targetfig text textcoords textprops texts
  theta_direction theta_offset tick_label tick_params ticklabels ticks ticks_position tight tight_layout
  timeout title title_fontproperties title_fontsize top track_color transOffset transform
  transform_rotates_text transparent triangulation type units update updatex updatey uplims upper url urls
  use useLocale useMathText useOffset use_blit use_gridspec use_line_collection usermedians usetex
  usevlines val valfmt valid_types valign valinit valmax valmin valstep value values variant vert
  verticalalignment verts verts_and_codes view_interval visible visible_only vmax vmin vpstats w_pad warn
  wedgeprops weight weights where which whis whiskerprops width width_ratios widths window wrap wspace
  xbound xdata xdate xerr xextent xlabel xlim xlolims xmargin xmax xmin xranges xscale xticklabels xticks
  xunits xuplims xy1 xy2 xycoords xys xytext ybound ydata ydate yerr ylabel ylim ymargin ymax ymin yrange
  yscale yticklabels yticks yunits zorder`.split(/\s+/),
);
